@NullMarked
package com.socialflow.user.digests;

import org.jspecify.annotations.NullMarked;
