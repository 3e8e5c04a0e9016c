@NullMarked
package com.socialflow.user.audit;

import org.jspecify.annotations.NullMarked;
