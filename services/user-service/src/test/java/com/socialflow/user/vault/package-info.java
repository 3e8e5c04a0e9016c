@NullMarked
package com.socialflow.user.vault;

import org.jspecify.annotations.NullMarked;
