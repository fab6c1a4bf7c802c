"""The pages of the desk that cross kinds of documents: (route under /admin/, view, name of the route)."""

from desk.audit import acts_csv, acts_page
from desk.bin import bin_page, take_back_page
from desk.board import board
from desk.calendar import calendar
from desk.settings_page import my_settings

PAGES = [
    ("acts/", acts_page, "desk_acts"),
    ("acts/acts.csv", acts_csv, "desk_acts_csv"),
    ("bin/", bin_page, "desk_bin"),
    ("bin/<int:pk>/take-back/", take_back_page, "desk_take_back"),
    ("board/", board, "desk_board"),
    ("calendar/", calendar, "desk_calendar"),
    ("my-settings/", my_settings, "my_settings"),
]
