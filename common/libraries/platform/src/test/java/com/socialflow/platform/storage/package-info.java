@NullMarked
package com.socialflow.platform.storage;

import org.jspecify.annotations.NullMarked;
