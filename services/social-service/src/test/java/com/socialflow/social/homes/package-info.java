@NullMarked
package com.socialflow.social.homes;

import org.jspecify.annotations.NullMarked;
