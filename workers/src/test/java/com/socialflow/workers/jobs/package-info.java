/** Tests of the durable queue. */
@NullMarked
package com.socialflow.workers.jobs;

import org.jspecify.annotations.NullMarked;
