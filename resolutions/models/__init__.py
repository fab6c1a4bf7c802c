from resolutions.models.followup import Milestone, StatusUpdate
from resolutions.models.resolution import Decision, Recommendation, ReferenceSeries, Resolution, Status
from resolutions.models.setups import (
    Academy,
    Committee,
    CommitteeMember,
    Course,
    ProjectPartner,
    SponsorshipProject,
)

__all__ = [
    "Academy", "Committee", "CommitteeMember", "Course", "Decision", "Milestone", "ProjectPartner", "Recommendation",
    "ReferenceSeries", "Resolution", "SponsorshipProject", "Status", "StatusUpdate",
]  # fmt: skip
