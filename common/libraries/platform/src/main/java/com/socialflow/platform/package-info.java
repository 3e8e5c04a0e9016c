/** The shared library of every service: the program's shape, and one package for each concern. */
@NullMarked
package com.socialflow.platform;

import org.jspecify.annotations.NullMarked;
