@NullMarked
package com.socialflow.platform.web;

import org.jspecify.annotations.NullMarked;
