/** Object storage: a directory, or S3, behind one interface and with one kit of tests. */
@NullMarked
package com.socialflow.platform.storage;

import org.jspecify.annotations.NullMarked;
