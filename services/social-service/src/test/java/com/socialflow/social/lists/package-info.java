@NullMarked
package com.socialflow.social.lists;

import org.jspecify.annotations.NullMarked;
