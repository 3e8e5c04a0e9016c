/** Events: appended with the change they tell of, relayed to Kafka, handled once. */
@NullMarked
package com.socialflow.platform.messaging;

import org.jspecify.annotations.NullMarked;
