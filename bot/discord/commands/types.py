"""discord.py's types, as the commands of this package use them."""

from typing import Any

import discord
from discord import app_commands

Interaction = discord.Interaction[Any]
Command = app_commands.Command[Any, ..., Any]
