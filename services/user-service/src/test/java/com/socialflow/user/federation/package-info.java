@NullMarked
package com.socialflow.user.federation;

import org.jspecify.annotations.NullMarked;
