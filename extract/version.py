"""The version of the extraction: notices read by another one are read again."""

from importlib.metadata import PackageNotFoundError, version

try:
    VERSION = version("zhengce")
except PackageNotFoundError:
    VERSION = "0+unknown"
