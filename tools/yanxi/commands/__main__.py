import sys

from yanxi.commands import main

sys.exit(main())
