@NullMarked
package com.socialflow.viewcount.clients;

import org.jspecify.annotations.NullMarked;
