@NullMarked
package com.socialflow.user.reauthentication;

import org.jspecify.annotations.NullMarked;
