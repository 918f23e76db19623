console.log('precedent');
