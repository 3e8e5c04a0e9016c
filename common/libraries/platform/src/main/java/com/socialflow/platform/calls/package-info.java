/** Calls between services: gRPC in the process or by address, with deadlines and the caller's identity. */
@NullMarked
package com.socialflow.platform.calls;

import org.jspecify.annotations.NullMarked;
