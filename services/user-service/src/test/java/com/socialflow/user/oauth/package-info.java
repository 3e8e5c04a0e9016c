@NullMarked
package com.socialflow.user.oauth;

import org.jspecify.annotations.NullMarked;
