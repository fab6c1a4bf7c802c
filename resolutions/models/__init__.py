from resolutions.models.followup import Milestone, StatusUpdate
from resolutions.models.imports import ResolutionImport
from resolutions.models.resolution import (
    Decision,
    Recommendation,
    ReferenceSeries,
    Relation,
    Resolution,
    Status,
)
from resolutions.models.setups import (
    Academy,
    Committee,
    CommitteeMember,
    Course,
    ProjectFigure,
    ProjectPartner,
    ProjectQuestion,
    SponsorshipProject,
)

__all__ = [
    "Academy", "Committee", "CommitteeMember", "Course", "Decision", "Milestone", "ProjectFigure", "ProjectPartner",
    "ProjectQuestion", "Recommendation", "ReferenceSeries", "Relation", "Resolution", "ResolutionImport", "SponsorshipProject",
    "Status", "StatusUpdate",
]  # fmt: skip
