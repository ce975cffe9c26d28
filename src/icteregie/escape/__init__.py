r"""Escapers, a module for each target: what goes in as text comes out as that text and as nothing else.

Every text that comes from a file, a file name, git, the environment or an option goes through
the escaper of the target it is written for, at the place where it is written and once. What its
reader then shows is that text, letter by letter; it opens no tag, link, formula or command.

Two things are the same in all of them. What can't be seen, or turns the reading direction, is
shown as its code, such as ``\u202e``; and where a target holds one line, white space is one space.
JSON and SARIF keep the text itself, since their readers are programs, and only write it so that
looking at the file is safe. What a target can't promise, its module says.

Nothing is imported here: a command loads only the targets that it writes.
"""
