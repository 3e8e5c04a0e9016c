@NullMarked
package com.socialflow.social.views;

import org.jspecify.annotations.NullMarked;
