package com.socialflow.social.timelines;

import java.time.Instant;

/** How far down to up somebody has read on a device. */
record ReadPosition(String device, long position, Instant readAt) {}
