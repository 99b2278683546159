"""Noun phrases: the words beside a cue that name who speaks or what is spoken of."""
