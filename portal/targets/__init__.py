"""Plans, indicators, targets and figures by place and period."""
