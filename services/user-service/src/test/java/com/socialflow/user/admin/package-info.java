@NullMarked
package com.socialflow.user.admin;

import org.jspecify.annotations.NullMarked;
