"""Dates and numbers in Arabic. Django's own ("22 ديسمبر، 2024", "مارس 5, 2026, 2:30 م") are not how they are written.

Digits are 0-9 here; publishing.dates turns them into ٠-٩ where the site is set so.
"""

DATE_FORMAT = "j F Y"
# By the clock of 24 hours, as programmes in the region print it: no ص and م to be misread.
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j F Y، H:i"
YEAR_MONTH_FORMAT = "F Y"
MONTH_DAY_FORMAT = "j F"
# With slashes: hyphens between digits turn a date round in right-to-left text.
SHORT_DATE_FORMAT = "j/n/Y"
SHORT_DATETIME_FORMAT = "j/n/Y، H:i"
# Saturday: the first day of the week in most Arab states (Unicode CLDR, weekData).
FIRST_DAY_OF_WEEK = 6

# ISO first: it is what the admin's calendar writes. Day before month otherwise.
DATE_INPUT_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
TIME_INPUT_FORMATS = ["%H:%M", "%H:%M:%S"]
DATETIME_INPUT_FORMATS = ["%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y %H:%M:%S"]

DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
