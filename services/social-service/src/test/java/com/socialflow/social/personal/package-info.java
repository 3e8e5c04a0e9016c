@NullMarked
package com.socialflow.social.personal;

import org.jspecify.annotations.NullMarked;
