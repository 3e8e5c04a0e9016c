package com.socialflow.engines;

import java.security.SecureRandom;

/** What the engines of one program share. */
record Surroundings(DataDirectory data, ProgramFiles programs, ChildUser user, Ports ports, SecureRandom random) {}
