@NullMarked
package com.socialflow.user.alerts;

import org.jspecify.annotations.NullMarked;
