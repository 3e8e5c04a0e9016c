@NullMarked
package com.socialflow.user.mail;

import org.jspecify.annotations.NullMarked;
