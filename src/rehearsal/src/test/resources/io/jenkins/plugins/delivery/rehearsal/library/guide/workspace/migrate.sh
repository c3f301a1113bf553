#!/bin/sh
echo "migrating $DELIVERY_ENVIRONMENT"
