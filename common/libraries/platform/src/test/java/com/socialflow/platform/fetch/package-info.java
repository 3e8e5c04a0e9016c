@NullMarked
package com.socialflow.platform.fetch;

import org.jspecify.annotations.NullMarked;
