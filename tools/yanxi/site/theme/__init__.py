"""All that we do to Material's files: templates over its own, and less of what it ships.

What is taken for granted about those files stands in `material`; everything else here leans on that alone.
"""
