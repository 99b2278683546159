"""What the reports of a story say on each point: where they agree, differ, deny and stay silent."""

from readout.analysis.accounts.compare import Survey, compare_accounts, survey_accounts

__all__ = ["Survey", "compare_accounts", "survey_accounts"]
