@NullMarked
package com.socialflow.platform.database;

import org.jspecify.annotations.NullMarked;
