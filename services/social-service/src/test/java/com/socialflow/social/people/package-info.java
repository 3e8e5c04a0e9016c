@NullMarked
package com.socialflow.social.people;

import org.jspecify.annotations.NullMarked;
