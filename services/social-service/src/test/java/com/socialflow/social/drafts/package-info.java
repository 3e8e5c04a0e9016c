@NullMarked
package com.socialflow.social.drafts;

import org.jspecify.annotations.NullMarked;
