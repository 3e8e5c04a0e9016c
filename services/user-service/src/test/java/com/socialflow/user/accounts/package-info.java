@NullMarked
package com.socialflow.user.accounts;

import org.jspecify.annotations.NullMarked;
