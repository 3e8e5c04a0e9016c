@NullMarked
package com.socialflow.social.text;

import org.jspecify.annotations.NullMarked;
