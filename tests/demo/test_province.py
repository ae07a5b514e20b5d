"""The synthetic province: whole, lawful, the same for the same seed, and never among real people."""

from datetime import date
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import LargeBinary, func, select
from sqlalchemy.orm import Session

from portal import audit, clock
from portal.access import Role
from portal.accounts.models import User
from portal.clubs.models import Attendance, Club, Meeting, Membership
from portal.demo import province
from portal.installation import Installation
