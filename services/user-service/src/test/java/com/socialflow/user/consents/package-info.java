@NullMarked
package com.socialflow.user.consents;

import org.jspecify.annotations.NullMarked;
