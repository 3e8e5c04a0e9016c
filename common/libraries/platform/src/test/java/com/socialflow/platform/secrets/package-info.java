@NullMarked
package com.socialflow.platform.secrets;

import org.jspecify.annotations.NullMarked;
