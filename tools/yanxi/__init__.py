"""研习: an official plan as a study site, with every question bound to the plan's own words."""

__version__ = "0.1.0"
