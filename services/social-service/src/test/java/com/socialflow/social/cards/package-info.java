@NullMarked
package com.socialflow.social.cards;

import org.jspecify.annotations.NullMarked;
