/** The durable queue around the media plane: jobs, their tasks, leases, and the slots that work on them. */
@NullMarked
package com.socialflow.workers.jobs;

import org.jspecify.annotations.NullMarked;
