@NullMarked
package com.socialflow.platform.audit;

import org.jspecify.annotations.NullMarked;
