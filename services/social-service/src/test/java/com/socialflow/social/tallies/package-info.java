@NullMarked
package com.socialflow.social.tallies;

import org.jspecify.annotations.NullMarked;
