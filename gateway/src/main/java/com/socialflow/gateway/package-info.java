/** What stands in front of every role: headers for browsers, and the web client's files. Filters and routes only. */
@NullMarked
package com.socialflow.gateway;

import org.jspecify.annotations.NullMarked;
