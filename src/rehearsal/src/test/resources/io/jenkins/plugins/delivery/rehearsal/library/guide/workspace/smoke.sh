#!/bin/sh
echo "smoking, with the log level $LOG_LEVEL"
