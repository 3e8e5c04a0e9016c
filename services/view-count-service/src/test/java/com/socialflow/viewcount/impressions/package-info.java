@NullMarked
package com.socialflow.viewcount.impressions;

import org.jspecify.annotations.NullMarked;
