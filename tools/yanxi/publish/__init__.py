"""Publication by push: what is pushed is content, what builds it is the server's own.

`git push` runs two of git's hooks, written by `setup.py`:

1. pre-receive (`receive.py`) takes docs/ and quizzes/ out of what is pushed (`pushed.py`), has the server's own yanxi build them with
   the server's own mkdocs.yml (`build.py`), and keeps the site ready, or refuses the push with every problem.
2. reference-transaction puts the ready site live, in the moment when git holds main's lock and has found that nobody else has moved it
   (`releases.py`): so no site is ever live that git then refuses, and of two pushes one comes after the other.

Nothing of a push is ever run, and a process may be killed at any moment: what is live is one symlink, replaced as a whole.
"""
